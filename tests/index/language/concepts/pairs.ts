/** Words for one and the same thing, `a = b`; each explains the other. */
export const meet: readonly string[] = `
大厅 = 中心
服务大厅 = centre
政务服务大厅 = 便民服务中心
为民服务中心 = 便民服务中心
为民服务中心 = service centre
便民服务中心 = service center
镇便民服务大厅 = 乡为民服务中心
乡中心 = township centre
镇中心 = the township centre
村站 = 村为民服务站
村站 = village station
村级服务站 = village stations
村便民服务点 = village service point
村级代办点 = 村代办点
代办点 = 代办站
便民服务站 = service station
工作人员 = staff
员工 = employee
专职 = 专职人员
专职人员 = full-time
兼职人员 = part-time staff
公众号 = 微信公众号
微信 = wechat
公众号 = wechat official account
微信公众号 = official account
发布 = 公布
发布 = 主动公开
公开信息 = 主动公开信息
公示 = post
刊发 = release
张贴 = 贴
门户网站 = 网站
政府网站 = website
政府门户网站 = portal
办结 = 办完
办结 = 办妥
办结件 = closed
办完了 = completed
办毕 = concluded
受理 = 受理件
受理 = accepted
接件 = 受理办件
咨询 = 咨询件
咨询 = consultation
询问 = inquiry
咨询量 = enquiry
即办件 = 即时办结
即办件 = instant item
当场办结 = immediate-processing item
承诺件 = commitment item
承诺办结 = committed item
帮代办 = 代办
代办 = agency service
上门 = 入户
上门服务 = home visit
答复 = 回复
解答 = answer
回复 = replies
来访 = visitors
来访群众 = 来访
接待 = reception
工单 = work order
热线工单 = tickets
投诉 = complaint
投诉件 = complaints
举报 = tip-off
举报线索 = 举报
投诉举报 = complaints and reports
信访 = petition
来信来访 = letters and visits
转办 = 交办
转办 = forwarded
回访 = follow-up call
满意 = satisfied
不满意 = dissatisfied
满意率 = 满意度
群众满意率 = satisfaction
办结率 = closing rate
按时办结率 = 及时率
按期办结率 = on-time rate
答复率 = reply rate
自助机 = 自助终端
自助查询机 = kiosk
办事指南 = service guide
窗口 = counter
查阅点 = 查阅场所
查阅室 = reading point
政务公开专区 = disclosure zone
公开栏 = 公示栏
公开栏 = notice board
村务公开栏 = 村级公示栏
咨询电话 = 电话咨询
咨询电话 = phone consultation
电子屏 = led screen
短信 = text message
微博 = weibo
抖音 = douyin
广播 = 村村响
大喇叭 = loudspeaker
镇长信箱 = 乡长信箱
政府公报 = gazette
微信群 = wechat group
便民热线 = 12345
12345热线 = citizen hotline
12315热线 = consumer hotline
网上 = 线上
网络渠道 = online
现场 = 当面
当面 = in person
信函 = 邮寄
信函 = letter
传真 = fax
电子邮件 = email
打电话 = phone
电话咨询 = 来电咨询
电话咨询 = phone consultation
申请 = 依申请公开
政府信息公开申请 = disclosure request
依申请 = application
收到 = 新收
新收 = received
新收申请 = newly received request
本年新收政府信息公开申请数量 = new request
上年结转 = 去年转过来
上年结转 = carried over from last year
结转下年度 = 没办完
结转下年度继续办理 = 转下年
转到明年 = carried over to next year
未办结 = 没办完的
予以公开 = 同意公开
予以公开 = granted
部分公开 = 区分处理
部分公开 = partially disclosed
不予公开 = 拒绝公开
不予公开 = denied
没给公开 = turned down
无法提供 = 提供不了
无法提供 = unable to provide
不予处理 = not processed
其他处理 = other handling
国家秘密 = 涉密
属于国家秘密 = state secret
保护第三方合法权益 = third party
内部事务 = internal affairs
过程性信息 = 过程稿
属于四类过程性信息 = process information
执法案卷 = 案卷
行政执法案卷 = case file
行政查询 = administrative inquiry
不掌握 = 信息不存在
本机关不掌握相关政府信息 = not held
补正后不明确 = still unclear
信访举报投诉类申请 = 信访类
重复申请 = repeated request
公开出版物 = public publication
大量反复 = 滥用申请
重新出具 = reissue
逾期不补正 = 没补正
逾期未缴费 = 没交费
自然人 = 个人
自然人 = natural person
商业企业 = 公司
企业 = company
科研机构 = 科研院所
社会公益组织 = ngo
法律服务机构 = 律所
律师 = law firm
法人或其他组织 = 法人
行政复议 = 复议
行政复议 = administrative reconsideration
行政诉讼 = 打官司
官司 = 诉讼
诉讼 = lawsuit
告状 = litigation
直接起诉 = 未经复议直接起诉
没复议就告 = sued directly
复议后起诉 = 复议后又告
结果维持 = 赢了
维持 = upheld
结果纠正 = 败诉
纠错 = overturned
尚未审结 = 没审完
在审 = pending
规范性文件 = 红头文件
行政规范性文件 = normative document
行政许可 = 审批
办证 = permit
行政处罚 = 罚款
罚了 = penalty
行政强制 = 强拆
查封 = coercive measure
行政事业性收费 = 收费项目
收费 = charge
信息处理费 = processing fee
政府集中采购 = 采购
采购 = procurement
上一年项目数量 = 去年项目数量
本年增/减 = 增减
处理决定数量 = 处理决定
现行有效 = 还在用
现行有效件数 = in force
废止 = 失效
本年废止件数 = repealed
本年制发件数 = 制定
制发 = issued
新制作 = 本年新制作数量
新公开 = newly published
政策解读 = 解读
政策解读 = policy interpretation
图解 = 图文解读
图解 = infographic
政府信息公开 = 信息公开
新闻发布会 = 发布会
新闻发布会 = press conference
在线访谈 = 访谈
在线访谈 = interview
培训 = 参训
培训班 = training session
参加 = 出席
督查 = 督导
抽查 = spot check
自查 = self-check
整改 = rectified
通报 = circular
考核 = appraisal
得分 = score
排名 = 名次
征求意见 = 征集
采纳 = adopted
问卷 = 调查问卷
问卷 = questionnaire
听证会 = hearing
院坝会 = courtyard meeting
稿件 = article
短视频 = video
明白纸 = 明白卡
宣传资料 = publicity material
访问量 = page views
粉丝 = 关注人数
粉丝 = follower
低保 = subsistence allowance
农机 = farm machinery
残疾人 = disabled person
耕地 = farmland
双随机 = double random
抽检 = sampling
市场主体 = 经营主体
营业执照 = business licence
征地 = land requisition
预决算 = budget and final accounts
三公经费 = “三公”经费
医疗机构 = medical institution
疫苗 = vaccination
学生 = pupil
村民小组 = villager group
社区 = community
领导小组 = leading group
组长 = chair
副组长 = deputy head
镇长 = town head
乡长 = township head
局长 = bureau director
书记 = party secretary
第一责任人 = first responsible person
一共 = 拢共
总计 = total
去年 = 上一年
占比 = share
办脱 = 办结
头一年 = last year
平摊 = average
递来 = received
没调成 = mediation failed
普高 = senior high school
覆盖率 = coverage rate
接听 = pick up calls
追回 = recoup
关停 = closed down
招聘会 = job fair
渔船 = fishing vessel
涉外 = foreign-related
垃圾分类 = waste sorting
工资 = wage arrears
草场 = grassland
免费 = free of charge
业务 = transaction
受援人 = aid recipient
文化室 = cultural room
公证 = notarisation
电子屏 = 电子大屏
电子屏 = 电子显示屏
电子屏 = 大屏幕
触摸屏 = 触屏
触摸屏 = 触摸查询屏
触摸屏 = 触控屏
自助终端 = 自助机
自助终端 = 自助一体机
自助终端 = 自助服务机
自助终端 = 自助终端机
自助终端 = 自助设备
自助终端 = 自助服务终端
传单 = 宣传单
传单 = 宣传单页
传单 = 宣传页
横幅 = 条幅
横幅 = 宣传横幅
横幅 = 横标
断链 = 死链
错别字 = 错字
错别字 = 别字
错别字 = 错字别字
粉丝 = 粉丝数
粉丝 = 粉丝量
粉丝 = 粉丝人数
在线访谈 = 网上访谈
在线访谈 = 网络访谈
在线访谈 = 网络在线访谈
图解 = 一图读懂
图解 = 图解材料
图解 = 图示解读
短视频 = 小视频
公报 = 政府公报
意见箱 = 意见信箱
残疾人 = 残障人士
残疾人 = 残障人员
残疾人 = 残疾人士
老年人 = 老人家
老年人 = 上年纪的人
特困人员 = 特困供养人员
特困人员 = 特困对象
特困人员 = 特困供养对象
环卫工人 = 环卫工
环卫工人 = 环卫工人数
环卫工人 = 环卫工作人员
环卫工人 = 环卫人员
快递员 = 快递小哥
快递员 = 快递人员
快递员 = 送快递的
外卖员 = 外卖骑手
外卖员 = 外卖小哥
外卖员 = 送外卖的
外卖员 = 外卖配送员
网约车司机 = 网约车驾驶员
出租车司机 = 出租车驾驶员
出租车司机 = 出租汽车驾驶员
出租车司机 = 的哥
出租车 = 的士
出租车 = 出租汽车
摩托车 = 摩托
挖掘机 = 挖机
挖掘机 = 钩机
超限车 = 超限车辆
超载车 = 超载车辆
超限超载车 = 超限超载车辆
渣土车 = 泥头车
渣土车 = 拉土车
渣土车 = 渣土运输车
消防车 = 救火车
救护车 = 急救车
救护车 = 120急救车
救护车 = 120救护车
医生 = 大夫
村医 = 乡村医生
村医 = 村卫生室医生
村医 = 村里医生
家庭医生 = 签约医生
家庭医生 = 家医
卫生院 = 镇卫生院
卫生院 = 乡卫生院
卫生院 = 乡镇卫生院
卫生室 = 村卫生室
卫生室 = 卫生所
卫生室 = 村卫生所
药店 = 药房
药店 = 药铺
药店 = 零售药店
体检 = 健康检查
体检 = 查体
体检 = 健康体检
献血 = 捐血
献血 = 无偿献血
老年食堂 = 长者食堂
老年食堂 = 老人食堂
老年食堂 = 敬老食堂
老年食堂 = 长者饭堂
老年食堂 = 老年人食堂
课后服务 = 课后延时服务
课后服务 = 课后托管
课后服务 = 课后托管服务
贫困生 = 困难学生
贫困生 = 家庭经济困难学生
贫困生 = 家庭困难学生
留守儿童 = 留守孩子
留守儿童 = 留守娃
残疾证 = 残疾人证
出生证明 = 出生医学证明
出生证明 = 出生证
身份证 = 居民身份证
驾驶证 = 驾照
驾驶证 = 驾驶执照
驾驶证 = 机动车驾驶证
营业执照 = 工商执照
营业执照 = 企业执照
社保卡 = 社会保障卡
公积金 = 住房公积金
养老金 = 退休金
养老金 = 基本养老金
养老金 = 养老保险金
高龄津贴 = 高龄补贴
高龄津贴 = 高龄老人津贴
高龄津贴 = 高龄老人补贴
招聘会 = 招工会
招聘会 = 人才招聘会
招聘会 = 用工招聘会
招聘会 = 就业招聘会
求职 = 找工作
岗位 = 工作岗位
岗位 = 职位
欠薪 = 拖欠工资
工资 = 工钱
工资 = 薪水
工资 = 薪资
工资 = 薪酬
个体户 = 个体工商户
个体户 = 个体工商业户
个体户 = 个体商户
农贸市场 = 菜市场
农贸市场 = 菜场
农贸市场 = 集贸市场
农贸市场 = 农贸菜市场
旅馆 = 旅店
旅馆 = 小旅馆
网吧 = 网咖
网吧 = 互联网上网服务营业场所
网吧 = 上网服务场所
网吧 = 上网场所
饭店 = 餐馆
饭店 = 饭馆
饭店 = 餐厅
食堂 = 饭堂
抽检 = 抽样检验
抽检 = 抽样检测
抽检 = 抽检检验
供暖 = 供热
井盖 = 窨井盖
井盖 = 检查井盖
井盖 = 下水井盖
斑马线 = 人行横道
充电桩 = 充电柱
充电桩 = 新能源充电桩
充电桩 = 汽车充电桩
垃圾桶 = 垃圾箱
垃圾桶 = 果皮箱
垃圾桶 = 分类垃圾桶
公厕 = 公共厕所
公厕 = 公共卫生间
业委会 = 业主委员会
工地 = 施工工地
工地 = 建筑工地
工地 = 施工现场
违建 = 违章建筑
违建 = 违法建设
违建 = 违法建筑
违建 = 违章搭建
违建 = 私搭乱建
违建 = 违法搭建
二手房 = 存量房
保障房 = 保障性住房
棚改 = 棚户区改造
征地 = 征收土地
征地 = 土地征收
高标准农田 = 高标田
高标准农田 = 高标农田
撂荒地 = 抛荒地
撂荒地 = 撂荒耕地
撂荒地 = 抛荒耕地
撂荒地 = 撂荒土地
大棚 = 温室大棚
粮食补贴 = 种粮补贴
粮食补贴 = 粮补
粮食补贴 = 粮食直补
粮食补贴 = 种粮直补
地力补贴 = 耕地地力保护补贴
地力补贴 = 地力保护补贴
地力补贴 = 耕地地力补贴
农机补贴 = 农机购置补贴
农机补贴 = 购机补贴
农机补贴 = 农机具购置补贴
农机补贴 = 农机购机补贴
农机 = 农业机械
农机 = 农机具
农机 = 农用机械
收割机 = 联合收割机
收割机 = 谷物收割机
合作社 = 农民专业合作社
合作社 = 农民合作社
合作社 = 专业合作社
合作社 = 农业合作社
生猪 = 活猪
植树 = 种树
植树 = 栽树
植树 = 植树造林
优良天数 = 空气质量优良天数
优良天数 = 蓝天天数
优良天数 = 空气优良天数
噪声 = 噪音
危险废物 = 危废
环评 = 环境影响评价
环评 = 环境影响评估
避难场所 = 应急避难场所
避难场所 = 避险场所
避难场所 = 应急避险场所
民警 = 警察
民警 = 公安民警
民警 = 人民警察
辅警 = 协警
辅警 = 警务辅助人员
刑事案件 = 刑案
电信诈骗 = 电诈
电信诈骗 = 电信网络诈骗
电信诈骗 = 网络电信诈骗
电信诈骗 = 电信诈骗案
迁户口 = 户口迁移
迁户口 = 户籍迁移
迁户口 = 迁移户口
律所 = 律师事务所
律所 = 律师所
法律援助 = 法援
光荣牌 = 光荣之家牌
光荣牌 = 光荣之家光荣牌
医保 = 医疗保险
供应商 = 供货商
供应商 = 供货单位
供应商 = 供货企业
农家书屋 = 书屋
农家书屋 = 农村书屋
文化站 = 综合文化站
文化站 = 乡镇文化站
文化站 = 镇文化站
非遗 = 非物质文化遗产
景区 = 旅游景区
景区 = 风景区
大喇叭 = 广播喇叭
大喇叭 = 大广播
大喇叭 = 村村响
大喇叭 = 农村大喇叭
占道经营 = 占道摆摊
占道经营 = 占道摆卖
流动摊贩 = 流动商贩
流动摊贩 = 游商
流动摊贩 = 流动摊点
流动摊贩 = 小摊贩
小广告 = 牛皮癣
小广告 = 野广告
小广告 = 非法小广告
窗口 = 办事窗口
窗口 = 服务窗口
窗口 = 政务窗口
综合窗口 = 综窗
综合窗口 = 综合服务窗口
综合窗口 = 无差别窗口
代办员 = 代办人员
代办员 = 帮代办员
清运 = 拉走
清运 = 运走
清运 = 清走
翻新 = 翻修
破获 = 破了案
破获 = 侦破
破获 = 破案
追回 = 要回
追回 = 讨回
约谈 = 叫去谈话
约谈 = 谈话提醒
没收 = 收走
夜校 = 夜间课堂
辍学 = 失学
转学 = 转校
老师 = 教师
老师 = 教员
校长 = 学校校长
学生资助 = 助学资助
残联 = 残疾人联合会
妇联 = 妇女联合会
工商联 = 工商业联合会
红十字会 = 红会
志愿者 = 义工
志愿者 = 志愿服务者
居委会 = 居民委员会
居委会 = 社区居委会
村委会 = 村民委员会
网格员 = 网格管理员
网格员 = 网格工作人员
护林员 = 森林护林员
护林员 = 巡林员
护林员 = 看林员
保洁员 = 保洁人员
保洁员 = 保洁工
保安 = 保安员
保安 = 安保人员
话务员 = 接线员
话务员 = 坐席员
话务员 = 话务人员
裁判员 = 裁判
教练员 = 教练
评委 = 评审员
评委 = 评审人员
消费券 = 购物券
以旧换新 = 旧换新
缴费 = 交费
缴费 = 交钱
缴费 = 缴钱
退费 = 退钱
罚款 = 罚钱
罚款 = 处以罚款
电费 = 用电费
水费 = 用水费
学费 = 学杂费
物业费 = 物业管理费
物业费 = 物业服务费
住院费 = 住院费用
医药费 = 医疗费
医药费 = 医疗费用
医药费 = 看病钱
火化 = 火葬
殡仪馆 = 火葬场
骨灰堂 = 骨灰存放处
骨灰堂 = 骨灰楼
产检 = 产前检查
新冠 = 新冠肺炎
新冠 = 新型冠状病毒
新冠 = 新冠病毒
核酸 = 核酸检测
慢病 = 慢性病
高血压 = 血压高
肺结核 = 结核病
预防接种 = 打预防针
预防接种 = 打疫苗
塌方 = 山体塌方
塌方 = 山体垮塌
滑坡 = 山体滑坡
地震 = 震情
洪涝 = 水灾
洪涝 = 洪灾
洪涝 = 洪涝灾害
灭火器 = 消防灭火器
消火栓 = 消防栓
烟感 = 烟雾报警器
烟感 = 烟感报警器
烟感 = 独立烟感
坑槽 = 路面坑槽
坑槽 = 坑洼
坑槽 = 坑坑洼洼
减速带 = 减速坎
护栏 = 防护栏
护栏 = 安全护栏
路灯 = 照明路灯
路灯 = 街灯
摄像头 = 监控探头
摄像头 = 监控摄像头
摄像头 = 探头
摄像头 = 监控摄像机
门牌 = 门牌号
门牌 = 门楼牌
门牌 = 门牌号码
机场 = 飞机场
渡船 = 摆渡船
渡口 = 摆渡口
包裹 = 邮包
特种作业证 = 特种作业操作证
许可证 = 许可证书
反光衣 = 反光背心
孵化器 = 孵化基地
众创空间 = 创客空间
数字乡村 = 智慧乡村
无线网 = 无线网络
光纤 = 光缆
光纤 = 光纤宽带
基站 = 通信基站
小程序 = 微信小程序
客户端 = 手机app
客户端 = 手机客户端
视频会议 = 视频会
座谈会 = 座谈
听证会 = 听证
院坝会 = 坝坝会
院坝会 = 院坝会议
板凳会 = 小板凳会
火塘会 = 火塘夜话
圩日 = 赶圩
圩日 = 圩期
赶集 = 赶场
赶集 = 赶大集
那达慕 = 那达慕大会
春联 = 对联
书法 = 毛笔字
广场舞 = 跳广场舞
篮球赛 = 篮球比赛
足球赛 = 足球比赛
乒乓球赛 = 乒乓球比赛
马拉松 = 马拉松赛
马拉松 = 马拉松比赛
`.trim().split('\n');

/** The first asks for more than the second says, `broad > narrow`: the narrow one explains the broad one, never the other way. */
export const within: readonly string[] = `
第三方 > 个人隐私
第三方 > 商业秘密
发布 > 推送
公开 > 张贴
村 > 行政村
village > 自然村
办理 > 办结
办理 > 受理
handle > 代办
检查 > 自查
检查 > 抽查
inspection > 督查
抽查 > 双随机
政策解读 > 图解
解读 > 视频解读
热线 > 12345
hotline > 12315
投诉举报 > 投诉
投诉举报 > 举报
网上 > 全程网办
学校 > 小学
医疗机构 > 卫生院
领导 > 主要领导
领导 > 分管领导
工作人员 > 窗口人员
职工 > 工作人员
人 > 党员
代办 > 上门代办
行政处罚 > 行政处罚决定
处理决定 > 行政处罚决定
得分 > 考核得分
主任 > 服务中心主任
教育 > 学前教育
平均 > 人均
损失 > 挽回损失
公开栏 > 村务公开栏
信箱 > 县长信箱
宣传资料 > 明白纸
宣传资料 > 宣传单
补贴 > 惠农补贴
资金 > 工作经费
收入 > 财政收入
救助 > 临时救助
热线 > 12320
学生 > 随迁子女
副组长 > 常务副组长
纠纷 > 医疗纠纷
会议 > 院坝会
补贴 > 耕地地力保护补贴
资金 > 专项经费
建议提案 > 政协提案
建议提案 > 人大代表建议
咨询 > 电话咨询
phone > 电话咨询
centre > 便民服务中心
station > 村站
village > 村站
结转 > 上年结转
结转 > 结转下年度
carried over > carried over from last year
没办完 > 正在办理
办结 > 按时办结
办结 > 延期办结
申请 > 新收申请
答复 > 回应关切
学生 > 困难学生
代表 > 人大代表
栏目 > 一级栏目
三公经费 > 公务接待费
收到 > 接听
培训 > 转训
评估 > 第三方评估
演练 > 消防演练
招聘 > 招聘会
许可 > 食品经营许可
商店 > 超市
固废 > 危险废物
文化站 > 文化室
补贴 > 高龄津贴
触摸屏 > 触摸查询机
查询机 > 触摸查询机
治安 > 刑事案件
治安 > 治安案件
厕所 > 公厕
农业补贴 > 种粮补贴
护林员 > 生态护林员
医疗机构 > 定点医疗机构
诊所 > 村卫生室
疾病 > 传染病
儿童 > 留守儿童
农民 > 养殖户
道路 > 村道
耕地 > 高标准农田
农机 > 拖拉机
岗位 > 公益性岗位
保险 > 农业保险
住房 > 公租房
教育 > 义务教育
巡查 > 巡河
规划 > 村庄规划
`.trim().split('\n');

/** Words for different things, `a # b`; neither explains the other. */
export const differ: readonly string[] = `
检索费 # 邮寄费
邮寄费 # 复制费
复制费 # 检索费
个人隐私 # 商业秘密
受理 # 办结
受理 # 咨询
办结 # 咨询
采纳 # 未采纳
adopted # not adopted
电话咨询 # 网上咨询
电话咨询 # 现场咨询
处罚 # 强制
行政许可 # 行政处罚
专职 # 兼职
full-time # part-time
即办件 # 承诺件
instant item # commitment item
线上 # 线下
网上 # 当面
online # in person
满意 # 不满意
满意 # 满意率
satisfied # dissatisfied
满意率 # 办结率
满意率 # 好评率
办结率 # 按时办结率
答复率 # 办结率
公开率 # 覆盖率
合格率 # 采纳率
合格 # 不合格
予以公开 # 部分公开
予以公开 # 不予公开
部分公开 # 不予公开
不予公开 # 不予处理
不予公开 # 无法提供
granted # denied
partially disclosed # granted
无法提供 # 不予处理
不予处理 # 其他处理
denied # unable to provide
not processed # other handling
国家秘密 # 其他法律行政法规禁止公开
国家秘密 # 第三方
三安全一稳定 # 国家秘密
三类内部事务信息 # 四类过程性信息
internal affairs # process information
行政执法案卷 # 行政查询事项
不掌握 # 另行制作
不掌握 # 补正后不明确
not held # still unclear
重复申请 # 大量反复
重复申请 # 公开出版物
逾期不补正 # 逾期未缴费
failed to correct # fee not paid
上年结转 # 结转下年度
上年结转 # 新收
carried over from last year # carried over to next year
carried in # carried forward
新收 # 办结
received # closed
自然人 # 商业企业
商业企业 # 科研机构
科研机构 # 社会公益组织
社会公益组织 # 法律服务机构
natural person # enterprise
law firm # ngo
自然人 # 法人或其他组织
行政复议 # 行政诉讼
reconsideration # litigation
直接起诉 # 复议后起诉
direct lawsuit # after reconsideration
结果维持 # 结果纠正
结果纠正 # 其他结果
其他结果 # 尚未审结
upheld # corrected
upheld # pending
未采纳 # 不予公开
规章 # 规范性文件
rules # normative document
规章 # 规章制度
规范性文件 # 政策文件
制发 # 废止
废止 # 现行有效
制发 # 现行有效
issued # repealed
repealed # in force
新制作 # 新公开
新公开 # 对外公开总数量
对外公开总数量 # 现行有效件数
上一年项目数量 # 处理决定数量
上一年项目数量 # 本年增/减
处理决定数量 # 本年增/减
items last year # decision
采购项目数量 # 采购总金额
行政事业性收费 # 信息处理费
administrative fee # processing fee
行政事业性收费 # 罚没款
行政许可 # 行政确认
行政处罚 # 行政检查
12345 # 12315
citizen hotline # consumer hotline
热线 # 信箱
投诉 # 举报
投诉 # 信访
投诉 # 咨询
投诉 # 表扬
complaint # consultation
complaint # praise
属实 # 不属实
属实 # 部分属实
转办 # 办结
转办 # 回访
forwarded # closed
按时办结 # 延期办结
closed on time # closed after extension
办结 # 在办
网站 # 公众号
网站 # 微博
公众号 # 微博
公众号 # 抖音
website # wechat
wechat # weibo
wechat group # wechat official account
公开栏 # 网站
公报 # 简报
查阅点 # 政务公开专区
专区 # 专栏
栏目 # 公开栏
一级栏目 # 二级栏目
电子屏 # 触摸屏
广播 # 电视
短信 # 来信
信函 # 传真
信函 # 电子邮件
letter # email
fax # phone
粉丝 # 访问量
follower # page view
访问量 # 播放量
阅读量 # 点赞量
点赞量 # 转发量
文字解读 # 图解
图解 # 视频解读
政策解读 # 政策问答
发布 # 更新
发布 # 公告
发布会 # 发布
新闻发布会 # 在线访谈
直播 # 在线访谈
press conference # interview
培训 # 会议
training # meeting
培训 # 考试
讲座 # 培训
检查 # 考核
抽查 # 自查
督查 # 巡查
抽检 # 抽查
sampling # spot check
整改 # 通报
得分 # 排名
score # rank
考核 # 评估
征求意见 # 采纳
collect opinions # adopted
发放 # 收回
distribute # returned
意见 # 异议
人大代表建议 # 政协提案
问卷 # 听证会
村 # 社区
行政村 # 自然村
行政村 # 村民小组
administrative village # natural village
乡中心 # 村站
township centre # village station
中心 # 站
县级 # 乡镇
township # county
窗口 # 工作人员
代办员 # 代办点
代办员 # 网格员
group leader # deputy leader
组长 # 副组长
主任 # 副主任
乡长 # 副乡长
镇长 # 副镇长
局长 # 副局长
书记 # 副书记
乡长 # 镇长
town head # township head
主要领导 # 分管领导
组长 # 村民小组长
小学 # 初中
初中 # 高中
学生 # 教师
student # teacher
低保 # 五保
低保 # 临时救助
养老 # 养老保险
医保 # 社保
预算 # 决算
budget # final account
三公经费 # 专项经费
公务接待费 # 公务用车
公务用车 # 因公出国
补贴 # 补偿
补贴 # 资助
农户 # 个体户
企业 # 个体工商户
耕地 # 宅基地
征地 # 宅基地
增长 # 下降
increase # decrease
上年 # 下年
last year # next year
上半年 # 下半年
人均 # 户均
最高 # 最低
highest # lowest
列入 # 移出
新办 # 变更
变更 # 注销
错别字 # 错链
主动公开 # 依申请公开
原创 # 转载
案件 # 案卷
调解 # 法律援助
宣传册 # 宣传单
整改 # 未整改
rectified # not rectified
解决 # 未解决
答复 # 未答复
行政许可 # 不予许可
调解 # 调解不成
招生计划 # 录取
收费 # 未收取
培训 # 培训机构
12345 # 12320
转移登记 # 抵押登记
出让 # 划拨
医生 # 护士
不予许可 # 不予公开
退回 # 收回
第一组长 # 组长
录取 # 报名
不予处理 # 不再处理
泄密 # 国家秘密
县长信箱 # 书记信箱
明白纸 # 宣传单
残疾人 # 残联
院坝会 # 居民议事会
财政收入 # 税收收入
工作经费 # 专项资金
水稻 # 玉米
牛 # 羊
商标 # 专利
结婚 # 离婚
防汛 # 防火
惠农补贴 # 贴息
图书馆 # 档案馆
打印机 # 复印机
脱贫户 # 监测户
脱贫 # 贫困户
科长 # 股长
工会 # 妇联
大厅 # 分中心
村务公开栏 # 镇级公示栏
行政处罚决定 # 行政许可决定
考核得分 # 测评得分
考核得分 # 考核排名
组长 # 服务中心主任
upheld # dismissed
提问 # 答复
普惠性 # 幼儿园
上门代办 # 村级代办点
水质 # 水费
锅炉 # 压力容器
广场 # 公园
出租车 # 网约车
灭火器 # 消火栓
人民监督员 # 律师
毕业生 # 求职者
解矫 # 在册
用人单位 # 农民工
减税 # 欠税
民事案件 # 刑事
涉外 # 国内
渔船 # 渔民
秸秆 # 草场
刑事案件 # 治安案件
保洁员 # 护林员
租户 # 房东
一审 # 二审
二审 # 再审
业主 # 业委会
医院 # 卫生院
农贸市场 # 赶集
食堂 # 餐饮
小作坊 # 小摊贩
小作坊 # 小餐饮
传染病 # 慢性病
学费 # 教育收费
供电 # 电费
种粮补贴 # 农机补贴
种粮补贴 # 地力补贴
地力补贴 # 农机补贴
种粮大户 # 养殖户
医生 # 医务人员
派出所 # 民警
失业人员 # 就业人员
求职者 # 失业人员
媒体 # 记者
公厕 # 改厕
水厂 # 水窖
文化站 # 文化广场
高标准农田 # 永久基本农田
药品 # 医疗器械
溢价 # 成交价
消防员 # 救援队
墓地 # 骨灰堂
地名 # 门牌
出入境 # 护照
加油机 # 计价秤
电子秤 # 缺斤短两
旅行社 # 导游
民宿 # 农家乐
出生 # 孕妇
中考 # 高考
住院 # 出院
公交 # 班车
渡口 # 渡船
人口普查 # 经济普查
孤儿 # 困境儿童
讲师 # 讲解员
危房 # 公租房
保障性住房 # 危房
网格员 # 网格长
教师 # 教职工
责任清单 # 权力清单
村庄规划 # 总体规划
`.trim().split('\n');
