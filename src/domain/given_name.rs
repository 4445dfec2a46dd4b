//! How a colleague is greeted: by the given name, where the rule is sure of it, and by the whole name elsewhere.

use super::customer::surname;

/// `晓芸` of `林晓芸`, `Anna` of `Anna Smith`.
///
/// A Chinese name is split where a common surname (or one of two characters) stands before two characters; one
/// character alone is no greeting. Another name is split where two or three capitalised words follow each other and the
/// first is no Chinese surname, which would stand first. A role, a title, a name of another kind stays whole.
#[must_use]
pub fn given_name(name: &str) -> &str {
    let name = name.trim();
    if name.chars().all(is_han) { chinese(name) } else { latin(name) }.unwrap_or(name)
}

fn chinese(name: &str) -> Option<&str> {
    let surname = surname(name);
    let given = &name[surname.len()..];
    let known = 1 < surname.chars().count() || SURNAMES.contains(surname);
    let titled = TITLES.iter().any(|it| given.ends_with(it));
    (known && given.chars().count() == 2 && !titled).then_some(given)
}

fn latin(name: &str) -> Option<&str> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (first, words_in_name) = (*words.first()?, 2..=3);
    let plain = |it: &&str| {
        let mut letters = it.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let rest: Vec<char> = letters.collect();
        let small = rest.iter().any(|it| it.is_lowercase());
        capital && small && rest.iter().all(|it| it.is_alphabetic() || matches!(it, '-' | '\'' | '’'))
    };
    let other = !ROMANISED.contains(&first.to_lowercase().as_str()) && !WORDS.contains(&first);
    (words_in_name.contains(&words.len()) && words.iter().all(plain) && other).then_some(first)
}

const fn is_han(it: char) -> bool {
    matches!(it, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2fa1f}')
}

/// The common surnames of one character, in both scripts; those that also begin the word for a role (管, 总, 经) are
/// left out.
const SURNAMES: &str = "王李张张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫马馬胡朱郭何罗羅高林郑鄭梁谢謝唐许許冯馮宋韩韓邓鄧彭曹曾田萧萧蕭潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閆阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴庞龐樊兰蘭殷施洪翟颜顏倪温溫季牛葛耿焦柳邢毕畢祝岳岑聂聶关關俞柯";

/// What stands behind a surname without being a name.
const TITLES: &[&str] = &[
    "经理", "經理", "主管", "主任", "先生", "女士", "小姐", "老师", "老師", "师傅", "師傅", "总监", "總監", "员", "員",
    "部", "组", "組", "处", "處", "科", "岗", "崗",
];

/// The same surnames in Latin letters: where one stands first, the given name does not.
const ROMANISED: &[&str] = &[
    "bai", "bi", "cai", "cao", "chai", "chan", "chang", "chen", "cheng", "cheung", "chiang", "chiu", "cho", "chou",
    "chow", "chu", "cui", "dai", "deng", "ding", "dong", "du", "duan", "fan", "fang", "feng", "fu", "gao", "ge",
    "gong", "gu", "guan", "guo", "han", "hao", "he", "ho", "hong", "hou", "hsieh", "hsu", "hu", "huang", "jia",
    "jiang", "jiao", "jin", "kang", "ke", "kong", "kuo", "kwok", "lai", "lam", "lau", "lee", "lei", "leung", "li",
    "liang", "liao", "lin", "ling", "liu", "long", "lu", "luo", "lü", "ma", "mao", "meng", "mo", "ng", "ni", "nie",
    "niu", "ouyang", "pan", "pang", "peng", "qian", "qiao", "qin", "qiu", "qu", "ren", "shao", "shen", "shi", "sima",
    "song", "su", "sun", "szeto", "tan", "tang", "tao", "tian", "tsai", "tsang", "tseng", "tung", "wan", "wang", "wei",
    "wen", "weng", "wong", "wu", "xia", "xiang", "xiao", "xie", "xing", "xiong", "xu", "xue", "yan", "yang", "yao",
    "ye", "yeh", "yi", "yin", "yip", "you", "yu", "yuan", "yue", "zeng", "zhai", "zhan", "zhang", "zhao", "zheng",
    "zhong", "zhou", "zhu", "zhuang", "zou",
];

/// What begins a title or a role in capitals: `Front Desk` is nobody's name.
const WORDS: &[&str] = &[
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Prof",
    "Sir",
    "Madam",
    "Front",
    "Callback",
    "After",
    "After-sales",
    "Sales",
    "Quality",
    "Logistics",
    "Product",
    "Operations",
    "East",
    "West",
    "North",
    "South",
    "Customer",
    "Service",
    "Night",
    "Day",
    "Head",
    "Chief",
    "Senior",
    "Junior",
    "Assistant",
    "Department",
    "Regional",
    "Deputy",
    "Duty",
    "Team",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colleague_is_greeted_by_a_given_name_that_is_surely_one() {
        let rows = [
            ("林晓芸", "晓芸"),
            ("林曉芸", "曉芸"),
            ("欧阳晓芸", "晓芸"),
            ("歐陽曉芸", "曉芸"),
            (" 顾长青 ", "长青"),
            // One character is no greeting; the surname may have two.
            ("沈岚", "沈岚"),
            ("欧阳娜", "欧阳娜"),
            ("欧阳", "欧阳"),
            // Two surnames, a transliteration, a name of another kind.
            ("范徐丽泰", "范徐丽泰"),
            ("阿卜杜拉", "阿卜杜拉"),
            ("买买提·吐尔逊", "买买提·吐尔逊"),
            ("山田太郎", "山田太郎"),
            // Roles and titles.
            ("管理员", "管理员"),
            ("前台", "前台"),
            ("回访专员", "回访专员"),
            ("质检部主管", "质检部主管"),
            ("高经理", "高经理"),
            ("安全员", "安全员"),
            ("林晓芸（实习）", "林晓芸（实习）"),
            ("Anna Smith", "Anna"),
            ("Mary-Jane O'Neill", "Mary-Jane"),
            ("José García Pérez", "José"),
            ("Madonna", "Madonna"),
            // Whose surname stands first, or may.
            ("Lin Xiaoyun", "Lin Xiaoyun"),
            ("Ouyang Na", "Ouyang Na"),
            ("Smith, Anna", "Smith, Anna"),
            ("J. Smith", "J. Smith"),
            ("Dr. Smith", "Dr. Smith"),
            ("Front desk", "Front desk"),
            ("Front Desk", "Front Desk"),
            ("QC supervisor", "QC supervisor"),
            ("", ""),
        ];
        for (name, given) in rows {
            assert_eq!(given_name(name), given, "{name}");
        }
    }
}
